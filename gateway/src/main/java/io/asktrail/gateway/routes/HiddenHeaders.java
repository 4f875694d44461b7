package io.asktrail.gateway.routes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A request that shows only some of its headers. */
final class HiddenHeaders extends HttpServletRequestWrapper {
    private final Predicate<String> shown;

    HiddenHeaders(HttpServletRequest request, Predicate<String> shown) {
        super(request);
        this.shown = shown;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return shown.test(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return shown.test(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(
                Collections.list(super.getHeaderNames()).stream().filter(shown).toList());
    }

    @Override
    public long getDateHeader(String name) {
        return shown.test(name) ? super.getDateHeader(name) : -1;
    }

    @Override
    public int getIntHeader(String name) {
        return shown.test(name) ? super.getIntHeader(name) : -1;
    }
}
