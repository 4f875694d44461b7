package io.asktrail.onboarding.draft;

import io.asktrail.live.LiveName;
import io.asktrail.onboarding.draft.TakenNames.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something rows can be split by. */
record DimensionDraft(
        Name name, boolean time, String description, List<Place> places, List<String> values, List<String> remarks) {
    /** A column that has it; key and title as the registry means them. */
    record Place(
            LiveName table,
            String column,
            @Nullable String key,
            @Nullable String title) {}

    DimensionDraft {
        places = List.copyOf(places);
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    DraftedFile file() {
        var text = new StringBuilder();
        remarks.forEach(remark -> text.append(Yaml.comment(remark)));
        text.append("id: ").append(name.id()).append('\n');
        text.append("label: {en: ").append(Yaml.text(name.label())).append("}\n");
        if (time) {
            text.append("synonyms:\n  en: [day]\n");
        }
        text.append("description: ").append(Yaml.text(description)).append('\n');
        text.append("kind: ").append(time ? "time" : "category").append('\n');
        text.append("columns:\n");
        places.forEach(place ->
                text.append("  - {").append(String.join(", ", fields(place))).append("}\n"));
        if (!values.isEmpty()) {
            text.append("# Give the values the other names that people use: {value: …, aliases: [ … ]}\n");
            text.append("values:\n");
            values.forEach(value ->
                    text.append("  - {value: ").append(Yaml.text(value)).append("}\n"));
        }
        if (!time) {
            text.append("fed: true\n");
        }
        return new DraftedFile("dimensions/" + name.id() + ".yaml", text.toString());
    }

    private static List<String> fields(Place place) {
        var fields = new ArrayList<String>();
        fields.add("table: " + Yaml.text(place.table.toString()));
        fields.add("column: " + Yaml.text(place.column));
        if (place.key != null) {
            fields.add("key: " + Yaml.text(place.key));
        }
        if (place.title != null) {
            fields.add("title: " + Yaml.text(place.title));
        }
        return fields;
    }
}
