package io.asktrail.demo.world;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An incident every other month, the three kinds in turn; the seed and the month say which day and whom it hits. */
public final class Incidents {
    /** With fewer products a brand sells too little for a wave to be told from chance. */
    private static final int SMALLEST_BRAND = 20;

    private final long seed;
    private final List<String> spikable;
    private final List<String> categories;
    private final List<String> brands;
    private final Map<YearMonth, Optional<Incident>> known = new ConcurrentHashMap<>();

    Incidents(long seed, List<Campaign> campaigns, List<Category> categories) {
        this.seed = seed;
        this.spikable = campaigns.stream()
                .filter(campaign -> campaign.channel() == Channel.SB && campaign.flight() instanceof Flight.Always)
                .map(Campaign::name)
                .toList();
        this.categories = categories.stream().map(Category::name).toList();
        this.brands = categories.stream()
                .flatMap(category -> category.products().stream())
                .collect(Collectors.groupingBy(Product::brand, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(brand -> brand.getValue() >= SMALLEST_BRAND)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The incident that begins in that month; every other month is calm. */
    public Optional<Incident> of(YearMonth month) {
        return known.computeIfAbsent(month, this::drawn);
    }

    private Optional<Incident> drawn(YearMonth month) {
        long number = month.getYear() * 12L + month.getMonthValue() - 1;
        if (number % 2 == 1) {
            return Optional.empty();
        }
        var dice = io.asktrail.demo.world.Stream.INCIDENT.dice(seed, number);
        var start = month.atDay(dice.between(6, 18));
        return Optional.of(
                switch ((int) (number / 2 % 3)) {
                    case 0 -> incident(Incident.Kind.SPEND_SPIKE, spikable, start, 3, 4.0, dice);
                    case 1 -> incident(Incident.Kind.CONVERSION_DROP, categories, start, 7, 0.35, dice);
                    default -> incident(Incident.Kind.REFUND_WAVE, brands, start, 7, 0.45, dice);
                });
    }

    /** Every incident that touches these days, oldest first. */
    public List<Incident> between(LocalDate from, LocalDate to) {
        return Stream.iterate(YearMonth.from(from), month -> !month.isAfter(YearMonth.from(to)), m -> m.plusMonths(1))
                .flatMap(month -> of(month).stream())
                .filter(incident ->
                        !incident.to().isBefore(from) && !incident.from().isAfter(to))
                .toList();
    }

    /** The factor of the incident that hits this subject on this day, or {@code otherwise}. */
    public double factor(LocalDate day, Incident.Kind kind, String subject, double otherwise) {
        return of(YearMonth.from(day))
                .filter(incident -> incident.concerns(kind, subject) && incident.isOn(day))
                .map(Incident::factor)
                .orElse(otherwise);
    }

    private static Incident incident(
            Incident.Kind kind, List<String> subjects, LocalDate start, int days, double factor, Dice dice) {
        return new Incident(kind, subjects.get(dice.below(subjects.size())), start, start.plusDays(days - 1), factor);
    }
}
