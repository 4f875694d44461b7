package io.asktrail.router.model;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Operator;
import io.asktrail.router.vocabulary.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong with a model's task: something of the question that has no place in it, something in it that the question
 * does not ask for, or a name that is not there.
 */
final class ReplyFaults {
    private static final Set<Operator> COMPARISONS =
            Set.of(Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE);

    private final ModelReply.Task task;
    private final QuestionParts parts;
    private final QuestionCues cues;
    private final Catalogue catalogue;
    private final List<String> faults = new ArrayList<>();

    private ReplyFaults(ModelReply.Task task, QuestionParts parts, Catalogue catalogue) {
        this.task = task;
        this.parts = parts;
        cues = new QuestionCues(parts);
        this.catalogue = catalogue;
    }

    static List<String> of(ModelReply.Task task, QuestionParts parts, Catalogue catalogue) {
        var check = new ReplyFaults(task, parts, catalogue);
        check.namesExist();
        check.everythingHasItsPlace();
        check.wordsAreUsed();
        check.cuesAreHeard();
        check.nothingIsAdded();
        return List.copyOf(check.faults);
    }

    private void namesExist() {
        Stream.concat(task.metrics().stream(), task.conditions().stream().map(ModelReply.Condition::metric))
                .filter(metric -> !catalogue.has(metric))
                .forEach(metric -> add("there is no metric '%s'", metric));
        task.groupBy().stream()
                .filter(dimension -> !catalogue.has(dimension))
                .forEach(dimension -> add("there is no dimension '%s'", dimension));
        if (task.order() != null && !isShown(task.order().by())) {
            add("the rows have no '%s' to be ordered by", task.order().by());
        }
        task.conditions().stream()
                .filter(condition -> !COMPARISONS.contains(condition.op()))
                .forEach(condition ->
                        add("'%s' compares no number", condition.op().symbol()));
        if (task.metrics().isEmpty()) {
            add("a task has at least one metric%s", "");
        }
        repeated(task.metrics());
        repeated(task.groupBy());
        var alone = task.groupBy().isEmpty() && task.series() == null;
        if (alone
                && task.diagnosis() == null
                && (task.order() != null
                        || task.limit() != null
                        || !task.conditions().isEmpty())) {
            add("a single figure is not ranked, limited or compared with a number: group it by %s", "something");
        }
    }

    private boolean isShown(FieldId field) {
        return task.metrics().contains(new MetricId(field.value()))
                || task.groupBy().contains(new DimensionId(field.value()));
    }

    private void repeated(List<?> ids) {
        if (new HashSet<>(ids).size() < ids.size()) {
            add("something is named twice in %s", ids);
        }
    }

    private void everythingHasItsPlace() {
        var times = Stream.of(task.period(), task.compare())
                .filter(label -> label != null && !label.startsWith("previous_"))
                .toList();
        exactlyOnce(
                "time", parts.times().stream().map(QuestionParts.Time::label).toList(), times);
        exactlyOnce(
                "name",
                parts.names().stream().map(QuestionParts.Name::label).toList(),
                Stream.concat(task.keep().stream(), task.leaveOut().stream()).toList());
        exactlyOnce(
                "number",
                parts.numbers().stream().map(QuestionParts.Number::label).toList(),
                Stream.concat(
                                task.conditions().stream().map(ModelReply.Condition::number),
                                Stream.ofNullable(task.limit()))
                        .toList());
        for (var lexeme : parts.lexemes().lexemes()) {
            var metrics =
                    lexeme.all(Meaning.Metric.class).map(Meaning.Metric::id).toList();
            if (!metrics.isEmpty() && metrics.stream().noneMatch(this::isUsed)) {
                add("the figure '%s' has no place in the task", lexeme.text());
            }
            if (metrics.isEmpty()) {
                lexeme.as(Meaning.Dimension.class)
                        .map(Meaning.Dimension::id)
                        .filter(dimension -> !isUsed(dimension))
                        .ifPresent(_ -> add("'%s' has no place in the task", lexeme.text()));
            }
        }
    }

    private boolean isUsed(MetricId metric) {
        return task.metrics().contains(metric)
                || task.conditions().stream()
                        .anyMatch(condition -> condition.metric().equals(metric));
    }

    private boolean isUsed(DimensionId dimension) {
        return task.groupBy().contains(dimension)
                || parts.names().stream()
                        .anyMatch(name -> name.value().dimension().equals(dimension));
    }

    private void exactlyOnce(String kind, List<String> labels, List<String> used) {
        labels.stream()
                .filter(label -> used.stream().filter(label::equals).count() != 1)
                .forEach(label -> add(kind + " '%s' has to be used exactly once", label));
        used.stream()
                .filter(label -> !labels.contains(label))
                .forEach(label -> add(kind + " '%s' is not there", label));
    }

    private void wordsAreUsed() {
        exactlyOnce(
                "word",
                parts.words().stream().map(QuestionParts.Word::label).toList(),
                task.words().stream().map(ModelReply.WordUse::word).toList());
        task.words().stream()
                .filter(use -> isEmpty(use.part()))
                .forEach(use -> add("word '%s' is said to stand for a part that is empty", use.word()));
    }

    private boolean isEmpty(Part part) {
        return switch (part) {
            case METRICS -> task.metrics().isEmpty();
            case GROUP_BY -> task.groupBy().isEmpty();
            case SERIES -> task.series() == null;
            case COMPARE -> task.compare() == null;
            case KEEP -> task.keep().isEmpty();
            case LEAVE_OUT -> task.leaveOut().isEmpty();
            case CONDITIONS -> task.conditions().isEmpty();
            case ORDER -> task.order() == null;
            case LIMIT -> task.limit() == null;
            case CALCULATION -> task.calculation() == null;
            case DIAGNOSIS -> task.diagnosis() == null;
        };
    }

    // Words that the rules know say what must be there, whatever a model makes of the rest.
    private void cuesAreHeard() {
        heard(cues.negate(), !task.leaveOut().isEmpty() || hasNegativeCondition(), "what is left out");
        heard(cues.compare(), task.compare() != null || task.keep().size() > 1, "what is compared");
        heard(cues.tellGrowth(), task.compare() != null || task.diagnosis() != null, "what it is compared with");
        heard(cues.diagnose(), task.diagnosis() != null || task.compare() != null, "the diagnosis");
        heard(cues.rank(), task.order() != null, "the order");
        heard(cues.series(), task.series() != null, "the series");
        heard(cues.calculate(), task.calculation() != null, "the calculation");
    }

    private boolean hasNegativeCondition() {
        return task.conditions().stream()
                .anyMatch(condition -> condition.op() == Operator.NE
                        || condition.op() == Operator.LE
                        || condition.op() == Operator.GE);
    }

    private void heard(boolean asked, boolean there, String what) {
        if (asked && !there) {
            add("the question asks for it, and the task lacks %s", what);
        }
    }

    // Each part stands for a word: one that is named, known to the rules, or left over and given to it.
    private void nothingIsAdded() {
        asked(task.order() != null, Part.ORDER, cues.rank());
        asked(task.series() != null, Part.SERIES, cues.series());
        asked(
                task.compare() != null && task.compare().startsWith("previous_"),
                Part.COMPARE,
                cues.compare() || cues.tellGrowth() || cues.askWhy());
        asked(task.calculation() != null, Part.CALCULATION, cues.calculate() || cues.rankOrDivide());
        asked(task.diagnosis() != null, Part.DIAGNOSIS, cues.diagnose());
        var named = namedMetrics();
        if (task.metrics().stream().anyMatch(metric -> !named.contains(metric)) && !standsFor(Part.METRICS)) {
            // The figure of a ranking may be what the word for its order says ("hungriest").
            if (!standsFor(Part.ORDER) && !standsFor(Part.DIAGNOSIS)) {
                add("a metric is in the task that no word stands for: %s", task.metrics());
            }
        }
        var split = namedDimensions();
        if (task.groupBy().stream().anyMatch(dimension -> !split.contains(dimension)) && !standsFor(Part.GROUP_BY)) {
            add("a dimension is in the task that no word stands for: %s", task.groupBy());
        }
        if (!task.leaveOut().isEmpty() && !cues.leaveOut() && !standsFor(Part.LEAVE_OUT)) {
            add("no word leaves anything out: %s", task.leaveOut());
        }
    }

    private void asked(boolean there, Part part, boolean known) {
        if (there && !known && !standsFor(part)) {
            add("nothing in the question asks for the part '%s'", part.text());
        }
    }

    private boolean standsFor(Part part) {
        return task.words().stream().anyMatch(use -> use.part() == part);
    }

    private Set<MetricId> namedMetrics() {
        var named = new HashSet<MetricId>();
        parts.lexemes()
                .lexemes()
                .forEach(lexeme -> lexeme.all(Meaning.Metric.class).forEach(metric -> named.add(metric.id())));
        return named;
    }

    private Set<DimensionId> namedDimensions() {
        var named = new HashSet<DimensionId>();
        parts.lexemes()
                .lexemes()
                .forEach(lexeme -> lexeme.all(Meaning.Dimension.class).forEach(dimension -> named.add(dimension.id())));
        parts.names().forEach(name -> named.add(name.value().dimension()));
        return named;
    }

    private void add(String pattern, Object about) {
        faults.add(pattern.formatted(about));
    }
}
