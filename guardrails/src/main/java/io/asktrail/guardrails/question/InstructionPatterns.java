package io.asktrail.guardrails.question;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people order a machine about. All are read over lower-case text without accents. */
final class InstructionPatterns {
    private static final String RULES =
            "(instructions?|rules?|prompts?|guardrails?|polic(y|ies)|restrictions?|row\\s+filters?|directives?|guidelines?)";
    private static final String INNER =
            "(system|hidden|secret|initial|original|developer|internal)\\s+(prompts?|instructions?|messages?|rules?)";
    private static final String SECRET =
            "(passwords?|api[\\s_-]?keys?|(secret|private|access)[\\s_-]?keys?|credentials?|(access|bearer|jwt|refresh|auth)[\\s_-]?tokens?|client[\\s_-]?secrets?|env(ironment)?\\s+variables?)";
    private static final String ROLE =
            "(admin|administrator|root|dan|developer|unrestricted|system|owner|superuser|jailbroken)";

    private static final List<Pattern> ENGLISH = List.of(
            pattern("\\b(ignore|disregard|forget|override|bypass|skip|circumvent)\\b.{0,40}\\b" + RULES + "\\b"),
            pattern(
                    "\\b(forget|ignore|disregard)\\s+(everything|all|anything|what)\\b.{0,30}\\b(above|before|told|said|earlier)\\b"),
            pattern(
                    "\\b(disable|deactivate|turn\\s+off|switch\\s+off|remove|lift)\\b.{0,30}\\b(guardrails?|polic(y|ies)|restrictions?|masking|permissions?|access\\s+checks?|row[\\s-]?(level\\s+security|filters?)|rls)\\b"),
            pattern(
                    "\\b(show|reveal|print|repeat|tell|give|dump|display|output|leak|translate|what\\s+(is|are))\\b.{0,40}\\b"
                            + INNER + "\\b"),
            pattern(
                    "\\b(repeat|print|output|translate|reveal)\\b.{0,30}\\b(text|words|everything|all|lines?)\\s+(that\\s+(is|are|was)\\s+)?(above|before\\s+this)\\b"),
            pattern("\\b(show|reveal|print|tell|give|dump|display|output|leak|send|what\\s+(is|are))\\b.{0,40}\\b"
                    + SECRET + "\\b"),
            pattern(
                    "\\b(you\\s+are\\s+now|act\\s+as|pretend\\s+(to\\s+be|you\\s+are|that\\s+you\\s+are|i\\s+am)|from\\s+now\\s+on,?\\s+you)\\b.{0,60}\\b"
                            + ROLE + "\\b"),
            pattern(
                    "\\b(act|run|answer|execute|treat\\s+me|as\\s+if\\s+i\\s+(am|were|was))\\s+(as\\s+)?(an?\\s+|the\\s+)?(admin|administrator|root|superuser)\\b"),
            pattern(
                    "\\b(regardless|irrespective)\\s+of\\b.{0,20}\\b(my\\s+)?(permissions?|rights|access|role|polic(y|ies))\\b"),
            pattern(
                    "\\bnew\\s+(system\\s+)?instructions?\\s*:|\\b(jailbreak|do\\s+anything\\s+now|developer\\s+mode|god\\s+mode)\\b"),
            pattern("\\b(grant|give)\\s+me\\b.{0,20}\\b(admin|root|full|all)\\s+(access|rights|permissions?)\\b"),
            pattern(
                    "<\\s*/?\\s*(system|assistant|tool)\\s*>|\\[/?inst\\]|<\\|im_(start|end)\\|>|^\\s*(system|assistant)\\s*:"),
            // Spaced out, whole sentences run together.
            pattern(
                    "(ignore|disregard|forget|bypass)(all|the|your|any|previous|prior|above|earlier)*(instructions|rules|prompts?|guardrails|policies)"));

    private static final List<Pattern> HINGLISH = List.of(
            pattern(
                    "\\b(instructions?|nirdesho?n?|niyamo?n?|rules?|aadesho?n?|adeshon?|prompt|guardrails?|policy|restrictions?|pabandi(yan)?)\\b.{0,30}\\b(bhool|bhul|ignore|andekha|nazarandaz|mat\\s+ma+no|tod|hata|hatao|chhod|chod|band)\\b"),
            pattern(
                    "\\b(system|hidden|chhupa|chupa|chhipa|gupt|asli)\\w*\\s+(prompt|instructions?|nirdesh|message)\\b.{0,30}\\b(dikha\\w*|bata\\w*|de\\s?do|do|bhej\\w*|likh\\w*)\\b"),
            pattern(
                    "\\b(passwords?|api[\\s_-]?keys?|(access|auth|bearer)?\\s?tokens?|credentials?|secret[\\s_-]?keys?)\\b.{0,20}\\b(dikha\\w*|bata\\w*|de\\s?do|do|bhej\\w*|kya\\s+ha(i|in))\\b"),
            pattern(
                    "\\b(ab\\s+)?(tum|tu|aap|ap)\\b.{0,25}\\b(admin|administrator|root|superuser|developer)\\b.{0,15}\\b(ho|ban|bano)\\b"),
            pattern(
                    "\\b(mujhe|mujhko|main)\\b.{0,15}\\b(admin|root|superuser)\\b.{0,15}\\b(man|maan|mano|maano|samajh\\w*|bana\\w*|hoon|hun)\\b"),
            pattern("\\b(admin|root|superuser)\\b\\s+(ki\\s+tarah|jaise|ban\\s?kar|banke)\\b"));

    private static final List<Pattern> HINDI = List.of(
            pattern(
                    "(निर्देश|नियम|आदेश|हिदायत|पाबंदि|पाबंदी|प्रॉम्प्ट|इंस्ट्रक्शन).{0,30}(भूल|अनदेखा|अनदेखी|नजरअंदाज|नजरंदाज|मत\\s+मान|तोड|हटा|छोड|बंद)"),
            pattern(
                    "(सिस्टम|छिपा|छिपे|छुपा|छुपे|गुप्त|असली).{0,10}(प्रॉम्प्ट|निर्देश|संदेश).{0,30}(दिखा|बता|दे\\s?दो|भेज|लिख)"),
            pattern(
                    "(पासवर्ड|टोकन|गुप्त\\s+कुंजी|एपीआई\\s+(की|कुंजी)|क्रेडेंशियल).{0,20}(दिखा|बता|दे\\s?दो|दो|भेज|क्या\\s+है)"),
            pattern("(तुम|आप|तू).{0,25}(एडमिन|व्यवस्थापक|प्रशासक|रूट|डेवलपर).{0,15}(हो|हैं|बन)"),
            pattern("(एडमिन|व्यवस्थापक|प्रशासक)\\s+(की\\s+तरह|बनकर|मानो|समझ)"));

    private InstructionPatterns() {}

    static boolean matches(String text) {
        return Stream.of(ENGLISH, HINGLISH, HINDI)
                .flatMap(List::stream)
                .anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(normal(regex), Pattern.DOTALL | Pattern.MULTILINE);
    }

    // The text is decomposed before it is read, so the patterns are, too.
    private static String normal(String regex) {
        return Normalizer.normalize(regex, Normalizer.Form.NFKD).replace("\u093C", "");
    }
}
