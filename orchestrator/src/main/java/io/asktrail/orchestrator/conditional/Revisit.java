package io.asktrail.orchestrator.conditional;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a caller says they have already ({@code If-None-Match}). Spring's own check knows GET and HEAD alone; a dashboard
 * sends the same POST again and again.
 */
public final class Revisit {
    private Revisit() {}

    /** Whether one of the tags that the caller has is this one, weak or not. */
    public static boolean has(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        var ours = ETag.create(tag);
        return ETag.parse(ifNoneMatch).stream().anyMatch(one -> one.isWildcard() || one.compare(ours, false));
    }

    /** 304 without a body to whoever has it already, else the body with its tag. */
    public static <T> ResponseEntity<T> reply(@Nullable String ifNoneMatch, String tag, Supplier<T> body) {
        return has(ifNoneMatch, tag)
                ? unchanged(tag)
                : tagged(HttpStatus.OK, tag).body(body.get());
    }

    /** What the caller has is still right. */
    public static <T> ResponseEntity<T> unchanged(String tag) {
        return tagged(HttpStatus.NOT_MODIFIED, tag).build();
    }

    // Nobody between us and the caller may keep it, and it is for whoever has this token alone.
    private static ResponseEntity.BodyBuilder tagged(HttpStatus status, String tag) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION);
    }
}
