package io.asktrail.demo.world;

import java.util.List;

/** A city and the state or union territory it lies in; {@code weight} is its share of the customers. */
public record Place(String geo, String city, double weight) {

    static List<Place> all() {
        return Lines.of("places.txt").stream()
                .map(Lines::fields)
                .map(fields -> new Place(fields.get(0), fields.get(1), Double.parseDouble(fields.get(2))))
                .toList();
    }
}
