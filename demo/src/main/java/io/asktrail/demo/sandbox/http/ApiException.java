package io.asktrail.demo.sandbox.http;

/** A call that Amazon would refuse. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String detail;

    /** @param code the word that Amazon gives beside the text; reporting repeats the status */
    public ApiException(int status, String code, String detail) {
        super(status + " " + code + ": " + detail);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public static ApiException badRequest(String detail) {
        return new ApiException(400, "400", detail);
    }

    public static ApiException unauthorized(String detail) {
        return new ApiException(401, "UNAUTHORIZED", detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
