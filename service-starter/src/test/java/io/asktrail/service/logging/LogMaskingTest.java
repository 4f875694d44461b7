package io.asktrail.service.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.RunningEcho;
import io.asktrail.service.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** In a running service, as it logs and fails. */
@ExtendWith(OutputCaptureExtension.class)
class LogMaskingTest extends RunningEcho {
    @Test
    void noPersonalDataReachesALogWhereverInAnEventItStands(CapturedOutput output) {
        // Given
        var log = LoggerFactory.getLogger("io.asktrail.test");

        // When
        log.info("order 403-1234567-1234567 of {} came", "asha@example.com");
        log.atInfo().addKeyValue("mobile", "+91 98765 43210").log("seen");
        log.warn(
                "failed",
                new IllegalStateException("no PAN ABCPE1234F", new RuntimeException("card 4111111111111111")));

        // Then
        assertThat(output.getAll())
                .contains("order 403-1234567-1234567 of [mail hidden] came")
                .contains("[phone hidden]")
                .contains("no PAN [PAN hidden]")
                .contains("card [card hidden]")
                .doesNotContain("asha@example.com", "98765 43210", "ABCPE1234F", "4111111111111111");
    }

    @Test
    void noPersonalDataStandsInAProblem() {
        assertThat(Problem.of(ErrorCode.UNKNOWN_VALUE, "There is no campaign 'asha@example.com': see /v1/dimensions.")
                        .detail())
                .isEqualTo("There is no campaign '[mail hidden]': see /v1/dimensions.");
    }

    @Test
    void aRequestThatFailsRepeatsNothingPersonal() {
        // When
        var reply = web.get("/things/asha@example.com");

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("\"detail\"").doesNotContain("asha@example.com");
    }
}
