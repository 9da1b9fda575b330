package ecpay.app.web.api.allowance;

import ecpay.app.web.json.JsonFields;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.merchant.CallbackUrl;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** How the buyer agrees to an allowance: {@code consent}, {@code email} and {@code signature}. */
public final class ConsentRequest {
  private static final EmailAddress SOME_EMAIL = new EmailAddress("stand.in@example.com");
  static final Consent SOME_CONSENT =
      new Consent.Paper(new Consent.Signature.Owed("stand-in"), Consent.Notice.NONE);

  private ConsentRequest() {}

  /**
   * Empty without {@code consent}.
   *
   * @param buyersEmail where an online request goes unless it says otherwise
   * @param consentReturn where ECPay reports the consent
   * @param now nothing was signed later
   */
  public static Optional<Consent> read(
      JsonFields request,
      Optional<EmailAddress> buyersEmail,
      CallbackUrl consentReturn,
      Instant now) {
    Optional<EmailAddress> email = request.text("email", EmailAddress::new, SOME_EMAIL);
    return request
        .text("consent")
        .map(way ->
            switch (way) {
              case "online" -> online(request, email.or(() -> buyersEmail), consentReturn);
              case "paper" -> paper(request, email, now);
              default -> {
                request.refuse("consent", "one of online, paper");
                yield SOME_CONSENT;
              }
            });
  }

  private static Consent online(
      JsonFields request, Optional<EmailAddress> email, CallbackUrl consentReturn) {
    if (request.has("signature")) {
      request.refuse("signature", "belongs to consent on paper");
    }
    return request.build(
        "email",
        () -> new Consent.Online(new NotifyMail(email.stream().toList()), consentReturn),
        SOME_CONSENT);
  }

  private static Consent paper(JsonFields request, Optional<EmailAddress> email, Instant now) {
    JsonFields signature = request.requiredObject("signature");
    Optional<Instant> recordedAt = signature.text("recordedAt").flatMap(at -> time(signature, at));
    if (recordedAt.filter(now::isBefore).isPresent()) {
      signature.refuse("recordedAt", "R-ALW-33", "a signature that is in the files is not to come");
    }
    Optional<String> owedBy = signature.text("owedBy");
    signature.end();
    if (signature.has("recordedAt") == signature.has("owedBy")) {
      request.refuse("signature", "give exactly one of recordedAt and owedBy");
      return SOME_CONSENT;
    }
    Consent.Notice notice =
        new Consent.Notice(
            email.map(address -> new NotifyMail(List.of(address))), Optional.empty());
    return signature.build(
        () ->
            new Consent.Paper(
                recordedAt
                    .<Consent.Signature>map(Consent.Signature.Recorded::new)
                    .orElseGet(() -> new Consent.Signature.Owed(owedBy.orElse("stand-in"))),
                notice),
        SOME_CONSENT);
  }

  private static Optional<Instant> time(JsonFields signature, String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      signature.refuse("recordedAt", "a time with its offset, such as 2026-11-21T12:00:00+08:00");
      return Optional.empty();
    }
  }
}
