package io.asktrail.orchestrator.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.CacheUse;
import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Answers as JSON. An answer from what is kept differs from the one before in its ids and times alone: the parts that both
 * have of the same result, nearly all of the text, are written once. What is written is the same, to the byte, as if it
 * were written anew.
 */
final class AnswerJson {
    private final ObjectWriter answers;

    AnswerJson(JsonMapper json) {
        var module = new SimpleModule("parts written once").setSerializerModifier(new OfAnswers(json));
        answers = json.rebuild().addModule(module).build().writerFor(Answer.class);
    }

    String write(Answer answer) {
        return answers.writeValueAsString(answer);
    }

    /** The parts that are a result's own, by their names in JSON. */
    private static final class OfAnswers extends ValueSerializerModifier {
        @Serial
        private static final long serialVersionUID = 1;

        private static final String VERDICTS = "guardrails";
        private static final Set<String> OF_RESULTS = Set.of(
                "figures",
                "table",
                "chart",
                "caveats",
                "followups",
                "plan",
                "trail",
                "scratchpad",
                "freshness",
                VERDICTS);

        private final transient JsonMapper plain;

        OfAnswers(JsonMapper plain) {
            this.plain = plain;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier described, List<BeanPropertyWriter> properties) {
            return described.getBeanClass() == Answer.class
                    ? properties.stream().map(this::onceIfShared).toList()
                    : properties;
        }

        private BeanPropertyWriter onceIfShared(BeanPropertyWriter property) {
            return OF_RESULTS.contains(property.getName())
                    ? new Once(
                            property,
                            plain.writerFor(property.getType()),
                            property.getName().equals(VERDICTS))
                    : property;
        }
    }

    /** Writes a part of an answer once for as long as the part itself is kept. */
    private static final class Once extends BeanPropertyWriter {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient ObjectWriter anew;
        private final boolean withVerdictsOnWords;
        // By identity: it is the same part of the same result, or it is written anew.
        private final transient Cache<Object, String> written =
                Caffeine.newBuilder().weakKeys().build();

        /** @param withVerdictsOnWords whether the part is another one in each answer to words */
        Once(BeanPropertyWriter property, ObjectWriter anew, boolean withVerdictsOnWords) {
            super(property);
            this.anew = anew;
            this.withVerdictsOnWords = withVerdictsOnWords;
        }

        @Override
        public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
                throws Exception {
            var part = get(bean);
            if (part == null || isEmpty(part) || !(bean instanceof Answer answer) || !isShared(answer)) {
                super.serializeAsProperty(bean, json, context);
                return;
            }
            json.writeName(_name);
            json.writeRawValue(written.get(part, anew::writeValueAsString));
        }

        // One that was worked out just now may never be asked for again: then its text would be kept for nothing.
        private boolean isShared(Answer answer) {
            return answer.cache() == CacheUse.HIT && !(withVerdictsOnWords && answer.reading() != null);
        }

        private static boolean isEmpty(Object part) {
            return part instanceof Collection<?> all && all.isEmpty();
        }
    }
}
