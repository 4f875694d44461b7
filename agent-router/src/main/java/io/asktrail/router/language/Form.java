package io.asktrail.router.language;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A form that a turn of speech, or a piece of one, may take. */
sealed interface Form {
    /** The places where it may end if it begins at one of these. */
    BitSet ends(Spoken spoken, BitSet from);

    /** The words that it may begin with; none for those that are told by more than their letters. */
    Set<String> firsts();

    boolean mayBeEmpty();

    /** One phrase of a closed class. */
    record OneOf(Set<String> phrases, int longest) implements Form {
        static OneOf of(Set<String> phrases) {
            var longest = phrases.stream()
                    .mapToInt(phrase -> phrase.split(" ").length)
                    .max()
                    .orElse(1);
            return new OneOf(Set.copyOf(phrases), Math.min(longest, Spoken.LONGEST_PHRASE));
        }

        @Override
        public BitSet ends(Spoken spoken, BitSet from) {
            var ends = new BitSet();
            from.stream().forEach(at -> {
                for (var to = at + 1; to <= Math.min(spoken.end(), at + longest); to++) {
                    if (phrases.contains(spoken.phrase(at, to))) {
                        ends.set(to);
                    }
                }
            });
            return ends;
        }

        @Override
        public Set<String> firsts() {
            var firsts = new HashSet<String>();
            phrases.forEach(phrase -> firsts.add(phrase.split(" ", 2)[0]));
            return firsts;
        }

        @Override
        public boolean mayBeEmpty() {
            return false;
        }
    }

    /** A word that is told by more than its letters: a number, one that means nothing here, one that names a figure. */
    record Kind(Of kind) implements Form {
        enum Of {
            NUMBER,
            FREE,
            FIGURE_NAME
        }

        @Override
        public BitSet ends(Spoken spoken, BitSet from) {
            var ends = new BitSet();
            from.stream()
                    .filter(at -> at < spoken.end()
                            && switch (kind) {
                                case NUMBER -> spoken.isNumber(at);
                                case FREE -> spoken.isFree(at);
                                case FIGURE_NAME -> spoken.beginsFigure(at);
                            })
                    .forEach(at -> ends.set(at + 1));
            return ends;
        }

        @Override
        public Set<String> firsts() {
            return Set.of();
        }

        @Override
        public boolean mayBeEmpty() {
            return false;
        }
    }

    /** One after the other. */
    record Sequence(List<Form> forms) implements Form {
        @Override
        public BitSet ends(Spoken spoken, BitSet from) {
            var ends = from;
            for (var form : forms) {
                if (ends.isEmpty()) {
                    return ends;
                }
                ends = form.ends(spoken, ends);
            }
            return ends;
        }

        @Override
        public Set<String> firsts() {
            var firsts = new HashSet<String>();
            for (var form : forms) {
                firsts.addAll(form.firsts());
                if (!form.mayBeEmpty()) {
                    break;
                }
            }
            return firsts;
        }

        @Override
        public boolean mayBeEmpty() {
            return forms.stream().allMatch(Form::mayBeEmpty);
        }
    }

    /** One of several. */
    record Choice(List<Form> forms) implements Form {
        @Override
        public BitSet ends(Spoken spoken, BitSet from) {
            var ends = new BitSet();
            forms.forEach(form -> ends.or(form.ends(spoken, from)));
            return ends;
        }

        @Override
        public Set<String> firsts() {
            var firsts = new HashSet<String>();
            forms.forEach(form -> firsts.addAll(form.firsts()));
            return firsts;
        }

        @Override
        public boolean mayBeEmpty() {
            return forms.stream().anyMatch(Form::mayBeEmpty);
        }
    }

    /** As often as one likes, or once at most, or not at all where that is allowed. */
    record Repeated(Form form, boolean optional, boolean often) implements Form {
        @Override
        public BitSet ends(Spoken spoken, BitSet from) {
            var ends = new BitSet();
            if (optional) {
                ends.or(from);
            }
            var last = from;
            do {
                var next = form.ends(spoken, last);
                next.andNot(ends);
                ends.or(next);
                last = next;
            } while (often && !last.isEmpty());
            return ends;
        }

        @Override
        public Set<String> firsts() {
            return form.firsts();
        }

        @Override
        public boolean mayBeEmpty() {
            return optional || form.mayBeEmpty();
        }
    }
}
