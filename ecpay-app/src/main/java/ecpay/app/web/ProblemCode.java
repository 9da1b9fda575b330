package ecpay.app.web;

import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Locale;

/**
 * The word of a {@link Problem} for programs: whatever a request is refused with stands here, in
 * {@code openapi.yaml} and in {@code docs/api.md}. A word is never given another meaning.
 */
public enum ProblemCode {
  BAD_REQUEST(HttpStatus.BAD_REQUEST),
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
  FORBIDDEN(HttpStatus.FORBIDDEN),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT),
  ALREADY_PAID(HttpStatus.CONFLICT),
  COMPARISON_RUNNING(HttpStatus.CONFLICT),
  LAST_KEY(HttpStatus.CONFLICT),
  NOT_YET(HttpStatus.CONFLICT),
  OVERTAKEN(HttpStatus.CONFLICT),
  PLAN_CHANGED(HttpStatus.CONFLICT),
  REFERENCE_TAKEN(HttpStatus.CONFLICT),
  STATEMENT_CHANGED(HttpStatus.CONFLICT),
  TOO_MANY_KEYS(HttpStatus.CONFLICT),
  TRIED_TOO_OFTEN(HttpStatus.CONFLICT),
  UNCLEAR(HttpStatus.CONFLICT),
  UNDER_WAY(HttpStatus.CONFLICT),
  CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  URI_TOO_LONG(HttpStatus.URI_TOO_LONG),
  BUYER_CHECK(HttpStatus.UNPROCESSABLE_CONTENT),
  RULE_VIOLATION(HttpStatus.UNPROCESSABLE_CONTENT),
  STATEMENT_UNREADABLE(HttpStatus.UNPROCESSABLE_CONTENT),
  REQUEST_HEADER_FIELDS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
  ECPAY_DID_NOT_ANSWER(HttpStatus.BAD_GATEWAY),
  ECPAY_NOT_ASKED(HttpStatus.BAD_GATEWAY),
  ECPAY_REFUSED(HttpStatus.BAD_GATEWAY),
  NOT_CHECKABLE(HttpStatus.BAD_GATEWAY),
  NOT_OPENED(HttpStatus.BAD_GATEWAY),
  DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  EXPORTS_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
  READING_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
  SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  HTTP_VERSION_NOT_SUPPORTED(HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

  private final HttpStatus status;

  ProblemCode(HttpStatus status) {
    this.status = status;
  }

  /** What says no more than its status; of a status that has none, the nearest. */
  static ProblemCode of(int status) {
    return Arrays.stream(values())
        .filter(code -> code.status.getCode() == status && code.isOfTheStatus())
        .findFirst()
        .orElse(status >= 500 ? INTERNAL_ERROR : BAD_REQUEST);
  }

  private boolean isOfTheStatus() {
    return name().equals(status.name());
  }

  /** The status that it is always answered with. */
  public HttpStatus status() {
    return status;
  }

  /** As it is written in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
