package io.asktrail.orchestrator.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes the contracts as they are written. The library sees neither a sealed union's kinds, nor what may be null, and
 * takes two records of one simple name for the same.
 */
final class RecordSchemas implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
        var type = javaType(asked);
        var raw = type.getRawClass();
        var leaf = Leaves.of(raw);
        if (leaf.isPresent()) {
            return leaf.get();
        }
        if (isUnion(raw)) {
            return union(raw, context);
        }
        if (!raw.isRecord() || !raw.getName().startsWith("io.asktrail.")) {
            return others.hasNext() ? others.next().resolve(asked, context, others) : null;
        }
        return record(asked, raw, context, others);
    }

    @SuppressWarnings("unchecked") // the library's models are raw
    private static @Nullable Schema<?> record(
            AnnotatedType asked, Class<?> raw, ModelConverterContext context, Iterator<ModelConverter> others) {
        var schema = others.hasNext() ? others.next().resolve(asked.name(nameOf(raw)), context, others) : null;
        var described = context.getDefinedModels().get(nameOf(raw));
        if (described != null && described.getRequired() == null) {
            described.required(Nullability.alwaysThere(raw).stream()
                    .filter(part -> hasPart(described, part))
                    .toList());
        }
        return schema;
    }

    // A record that is written as its one value, such as a chart, has no parts in the JSON.
    private static boolean hasPart(Schema<?> described, String part) {
        return described.getProperties() != null && described.getProperties().containsKey(part);
    }

    private static boolean isUnion(Class<?> raw) {
        return raw.isSealed() && raw.isAnnotationPresent(JsonSubTypes.class);
    }

    /** One of its kinds, which are described whole: a client needs to know nothing of a common parent. */
    private static Schema<?> union(Class<?> raw, ModelConverterContext context) {
        var name = nameOf(raw);
        var reference = new Schema<>().$ref(reference(raw));
        if (context.getDefinedModels().containsKey(name)) {
            return reference;
        }
        var union = new Schema<>();
        context.defineModel(name, union);
        var kinds = raw.getAnnotation(JsonSubTypes.class).value();
        for (var kind : kinds) {
            context.resolve(new AnnotatedType(kind.value()).resolveAsRef(true));
            union.addOneOfItem(new Schema<>().$ref(reference(kind.value())));
        }
        var told = raw.getAnnotation(JsonTypeInfo.class);
        if (told != null && told.use() == JsonTypeInfo.Id.NAME) {
            var discriminator = new Discriminator().propertyName(told.property());
            for (var kind : kinds) {
                discriminator.mapping(kind.name(), reference(kind.value()));
                var defined = Objects.requireNonNull(context.getDefinedModels().get(nameOf(kind.value())));
                tellApart(defined, told.property(), kind.name());
            }
            union.setDiscriminator(discriminator);
        }
        return reference;
    }

    private static void tellApart(Schema<?> kind, String property, String name) {
        kind.setDiscriminator(null);
        var value = new StringSchema().addEnumItem(name);
        value.setTypes(Set.of("string"));
        kind.addProperty(property, value);
        kind.addRequiredItem(property);
    }

    private static String reference(Class<?> raw) {
        return Components.COMPONENTS_SCHEMAS_REF + nameOf(raw);
    }

    /** Its house goes before it: requests and plans both know a comparison, each of its own. */
    static String nameOf(Class<?> raw) {
        var name = raw.getSimpleName();
        var house = raw.getEnclosingClass();
        if (house == null) {
            return name;
        }
        var before = nameOf(house).replaceFirst("(Controller|Store|Views?)$", "");
        return name.startsWith(before) ? name : before + name;
    }

    private static JavaType javaType(AnnotatedType asked) {
        return asked.getType() instanceof JavaType known
                ? known
                : Json31.mapper().constructType(asked.getType());
    }
}
