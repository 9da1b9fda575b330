package ecpay.domain.allowance.document;

import ecpay.domain.contact.PhoneNumber;
import ecpay.domain.merchant.CallbackUrl;
import ecpay.domain.rule.Violations;
import java.time.Instant;
import java.util.Optional;

/** How the buyer agrees to an allowance (R-ALW-33). */
public sealed interface Consent {

  /**
   * By a link in a mail of ECPay's, valid 72 hours: AllowanceByCollegiate with AllowanceNotify E
   * (R-ALW-18).
   *
   * @param mail where the link goes (R-ALW-16)
   * @param returnUrl where ECPay reports the click (R-ALW-19)
   */
  record Online(NotifyMail mail, CallbackUrl returnUrl) implements Consent {}

  /**
   * By a signature on paper, which the merchant keeps (R-ALW-33).
   *
   * @param signature the signature, or who owes it
   * @param notice whom ECPay tells of the allowance, if anybody
   */
  record Paper(Signature signature, Notice notice) implements Consent {
    /** The same, once the signature is in the files. */
    public Paper signed(Instant at) {
      return new Paper(new Signature.Recorded(at), notice);
    }
  }

  /** The buyer's signature on the paper slip. */
  sealed interface Signature {
    /** It is in the files. */
    record Recorded(Instant at) implements Signature {}

    /** It must still be obtained: a task for a person. */
    record Owed(String by) implements Signature {
      public Owed {
        Violations.demand(
            !by.isBlank() && by.length() <= 100,
            "R-ALW-33",
            "signature",
            "name who obtains the signature, in 1 to 100 characters");
      }
    }
  }

  /**
   * AllowanceNotify of a paper allowance: S needs a phone (R-ALW-17), E an email (R-ALW-16), both
   * make A, none makes N.
   */
  record Notice(Optional<NotifyMail> mail, Optional<PhoneNumber> phone) {
    public static final Notice NONE = new Notice(Optional.empty(), Optional.empty());
  }
}
