package ecpay.adapter.persistence.document;

import ecpay.adapter.persistence.document.json.Json;
import ecpay.domain.allowance.document.Consent;
import ecpay.domain.allowance.document.NotifyMail;
import ecpay.domain.contact.EmailAddress;
import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.merchant.CallbackUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * @param mail where the link goes (ONLINE) or whom ECPay tells (PAPER)
 * @param returnUrl of ONLINE only
 * @param phone whom ECPay tells, of PAPER only
 * @param signature of PAPER only
 */
record ConsentJson(
    String kind,
    @Nullable List<String> mail,
    @Nullable String returnUrl,
    @Nullable String phone,
    @Nullable SignatureJson signature) {

  static ConsentJson of(Consent consent) {
    return switch (consent) {
      case Consent.Online(NotifyMail mail, CallbackUrl returnUrl) ->
          new ConsentJson("ONLINE", addresses(mail), returnUrl.value(), null, null);
      case Consent.Paper(Consent.Signature signature, Consent.Notice notice) ->
          new ConsentJson(
              "PAPER",
              notice.mail().map(ConsentJson::addresses).orElse(null),
              null,
              notice.phone().map(PhoneNumber::value).orElse(null),
              SignatureJson.of(signature));
    };
  }

  Consent consent() {
    return switch (kind) {
      case "ONLINE" ->
          new Consent.Online(
              mailTo().orElseThrow(),
              new CallbackUrl(Optional.ofNullable(returnUrl).orElseThrow()));
      case "PAPER" ->
          new Consent.Paper(
              Optional.ofNullable(signature).orElseThrow().signature(),
              new Consent.Notice(mailTo(), Optional.ofNullable(phone).map(PhoneNumber::new)));
      default -> throw Json.unknownKind("consent", kind);
    };
  }

  private Optional<NotifyMail> mailTo() {
    return Optional.ofNullable(mail)
        .map(addresses -> new NotifyMail(addresses.stream().map(EmailAddress::new).toList()));
  }

  private static List<String> addresses(NotifyMail mail) {
    return mail.addresses().stream().map(EmailAddress::value).toList();
  }

  record SignatureJson(String kind, String value) {
    static SignatureJson of(Consent.Signature signature) {
      return switch (signature) {
        case Consent.Signature.Recorded(Instant at) -> new SignatureJson("RECORDED", at.toString());
        case Consent.Signature.Owed(String by) -> new SignatureJson("OWED", by);
      };
    }

    Consent.Signature signature() {
      return switch (kind) {
        case "RECORDED" -> new Consent.Signature.Recorded(Instant.parse(value));
        case "OWED" -> new Consent.Signature.Owed(value);
        default -> throw Json.unknownKind("signature", kind);
      };
    }
  }
}
