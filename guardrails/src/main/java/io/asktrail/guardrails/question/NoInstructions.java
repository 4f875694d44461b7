package io.asktrail.guardrails.question;

import io.asktrail.guardrails.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions ask for numbers. Orders to the machinery (forget the rules, show the prompt, give the token) are none. */
final class NoInstructions implements Rule<String> {
    private static final String INNER =
            "(system|hidden|secret|initial|developer|internal)\\s+(prompt|prompts|instruction|instructions|message|messages|rules?)";
    private static final String SECRET =
            "(passwords?|api[\\s_-]?keys?|secret[\\s_-]?keys?|private[\\s_-]?keys?|credentials?|(access|bearer|jwt|refresh|auth)[\\s_-]?tokens?|client[\\s_-]?secrets?|env(ironment)?\\s+variables?)";
    private static final List<Pattern> PATTERNS = List.of(
            pattern(
                    "\\b(ignore|disregard|forget|override|bypass|skip)\\b.{0,40}\\b(instructions?|rules?|prompts?|guardrails?|polic(y|ies)|restrictions?|row\\s+filters?)\\b"),
            pattern("\\b(show|reveal|print|repeat|tell|give|dump|display|output|leak|what\\s+(is|are))\\b.{0,40}\\b"
                    + INNER + "\\b"),
            pattern("\\b(show|reveal|print|tell|give|dump|display|output|leak|send|what\\s+(is|are))\\b.{0,40}\\b"
                    + SECRET + "\\b"),
            pattern(
                    "\\b(you\\s+are\\s+now|act\\s+as|pretend\\s+(to\\s+be|you\\s+are)|from\\s+now\\s+on\\s+you)\\b.{0,60}"
                            + "\\b(admin|administrator|root|dan|developer|unrestricted|system|owner|jailbroken)\\b"),
            pattern(
                    "\\b(act|run|answer|execute|treat\\s+me)\\s+as\\s+(an?\\s+)?(admin|administrator|root|superuser)\\b"),
            pattern(
                    "<\\s*/?\\s*(system|assistant|tool)\\s*>|\\[/?INST\\]|<\\|im_(start|end)\\|>|^\\s*(system|assistant)\\s*:"));

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.MULTILINE);
    }

    @Override
    public String id() {
        return "question.no_instructions";
    }

    @Override
    public Optional<String> objection(String question) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(question).find())
                ? Optional.of("This reads as an instruction to the system, not as a question about ads or sales.")
                : Optional.empty();
    }
}
