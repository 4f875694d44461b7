package io.asktrail.gateway.login;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the web page, before anybody is logged in, how to log in. */
@RestController
class LoginSettingsController {
    private final LoginSettings settings;

    LoginSettingsController(LoginSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/login-settings.json")
    ResponseEntity<LoginSettings> settings() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(settings);
    }
}
