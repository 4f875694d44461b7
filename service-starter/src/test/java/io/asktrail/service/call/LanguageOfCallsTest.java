package io.asktrail.service.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

/** In which language words are to be: as the service before says, else as the caller reads best. */
class LanguageOfCallsTest {
    private static final Caller ASHA = new Caller("asha", List.of(), List.of("*"), List.of(), List.of());

    @ParameterizedTest
    @CsvSource({
        "'hi-IN,hi;q=0.9,en;q=0.8', HINDI",
        "'en-IN,en;q=0.9,hi;q=0.8', ENGLISH",
        "'ta,hi;q=0.5', HINDI",
        "'fr', ENGLISH",
        "'*', ENGLISH",
        "'hi;q=2', ENGLISH",
        "'', ENGLISH"
    })
    void aCallFromOutsideIsInTheLanguageThatItsCallerReadsBest(String accepted, Language language) throws Exception {
        assertThat(received(null, accepted, false)).isEqualTo(language);
    }

    @Test
    void aServiceSaysWhichAndItsWordHoldsBesideAToken() throws Exception {
        assertThat(received("en", "hi", true)).isEqualTo(Language.ENGLISH);
        assertThat(received("hi", "en", true)).isEqualTo(Language.HINDI);
        assertThat(received("hi", "en", false)).isEqualTo(Language.ENGLISH);
    }

    private static Language received(@Nullable String told, String accepted, boolean byToken) throws Exception {
        var request = new MockHttpServletRequest();
        if (told != null) {
            request.addHeader(CallHeaders.LANGUAGE, told);
        }
        request.addHeader("Accept-Language", accepted);
        request.setAttribute(VerifiedCaller.ATTRIBUTE, new VerifiedCaller(ASHA, byToken));
        var method = LanguageOfCallsTest.class.getDeclaredMethod("served", CallContext.class);
        return new CallContextReceiver(Duration.ofSeconds(5), Clock.systemUTC())
                .resolveArgument(new MethodParameter(method, 0), null, new ServletWebRequest(request), null)
                .language();
    }

    @SuppressWarnings("unused")
    private static void served(CallContext call) {}
}
