package io.asktrail.service;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.service.call.ForwardedCaller;
import io.asktrail.service.tracing.TraceIds;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A service as small as one can be, which serves the echo over HTTP. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({EchoService.Echo.class, EchoService.Doors.class})
public class EchoService {
    @RestController
    static class Echo implements EchoAgent {
        private final Clock clock;

        Echo(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Heard tell(CallContext call, Said said) {
            return new Heard(
                    said.text(),
                    said.amount(),
                    call.caller().sub(),
                    call.caller().roles(),
                    call.caller().regions(),
                    call.deadline().remaining(clock).toMillis(),
                    call.idempotencyKey(),
                    TraceIds.current());
        }

        @Override
        public Heard fail(CallContext call, Said said) {
            if (said.text().equals("unforeseen")) {
                throw new IllegalStateException("password=secret");
            }
            throw new SuiteException(ErrorCode.valueOf(said.text()), "Ask for something else.");
        }

        @Override
        public Heard sleep(CallContext call, Said said) {
            try {
                Thread.sleep(said.limit());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return tell(call, said);
        }

        @Override
        public List<String> inherited(CallContext call) {
            return List.of("served");
        }

        @Override
        public InputStream lines(CallContext call, Said said) {
            if (said.text().isEmpty()) {
                throw new SuiteException(ErrorCode.MALFORMED_REQUEST, "Say what the lines are.");
            }
            var line = (said.text() + "\n").getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(Collections.enumeration(IntStream.range(0, said.limit())
                    .<InputStream>mapToObj(_ -> new ByteArrayInputStream(line))
                    .toList()));
        }

        @Override
        public List<BigDecimal> numbers(CallContext call) {
            return List.of(
                    new BigDecimal("0.10"), new BigDecimal("1E+3"), new BigDecimal("123456789012345678.123456789"));
        }
    }

    /** An inner address, and a way to it as the gateway goes. */
    @RestController
    static class Doors {
        @GetMapping("/orchestrator/v1/me")
        Caller me(CallContext call) {
            return call.caller();
        }

        @GetMapping("/forward")
        void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
            request.setAttribute(
                    ForwardedCaller.ATTRIBUTE,
                    new Caller("asha", List.of(Role.ANALYST), List.of("Delhi"), List.of(), List.of()));
            request.getRequestDispatcher("/orchestrator/v1/me").forward(request, response);
        }

        @GetMapping("/forward-nobody")
        void forwardNobody(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            request.getRequestDispatcher("/orchestrator/v1/me").forward(request, response);
        }

        @GetMapping("/things/{count}")
        int things(@PathVariable int count) {
            return count;
        }
    }
}
