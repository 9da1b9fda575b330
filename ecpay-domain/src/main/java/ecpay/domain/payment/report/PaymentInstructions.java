package ecpay.domain.payment.report;

import ecpay.domain.rule.Violations;
import ecpay.domain.time.Taipei;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a buyer holds whose money is still to come: what to pay with at a bank or a shop counter
 * (seed 001, R-PAY-06), or an application to pay later (R-PAY-07).
 */
public sealed interface PaymentInstructions {

  /** The last instant at which money may come (R-PAY-12). */
  Instant deadline();

  /** Transfer to a virtual account until the end of a day in Taipei. */
  record Atm(String bankCode, String account, LocalDate lastDay) implements PaymentInstructions {
    private static final Pattern BANK = Pattern.compile("[0-9]{3}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{1,16}");

    public Atm {
      Violations violations = new Violations();
      violations.require(
          BANK.matcher(bankCode).matches(), "R-PAY-06", "bankCode", "a bank code is 3 digits");
      violations.require(
          ACCOUNT.matcher(account).matches(),
          "R-PAY-06",
          "account",
          "a virtual account is at most 16 digits");
      violations.throwIfAny();
    }

    @Override
    public Instant deadline() {
      return Taipei.endOf(lastDay);
    }
  }

  /** Pay with a code at a convenience store. */
  record CvsCode(String paymentNo, Instant deadline, Optional<URI> page)
      implements PaymentInstructions {
    public CvsCode {
      Violations.demand(
          !paymentNo.isBlank() && paymentNo.length() <= 14,
          "R-PAY-06",
          "paymentNo",
          "a payment number has 1 to 14 characters");
    }
  }

  /** Pay with three Code 39 stripes at a convenience store (D-35). */
  record CvsBarcode(String first, String second, String third, Instant deadline)
      implements PaymentInstructions {
    private static final Pattern STRIPE = Pattern.compile("[0-9A-Z]{1,20}");

    public CvsBarcode {
      Violations violations = new Violations();
      violations.require(
          STRIPE.matcher(first).matches()
              && STRIPE.matcher(second).matches()
              && STRIPE.matcher(third).matches(),
          "R-PAY-06",
          "barcode",
          "a stripe has 1 to 20 letters and digits");
      violations.throwIfAny();
    }
  }

  /**
   * A lender examines whether the buyer may pay later (BNPL). Nothing is to be done meanwhile.
   *
   * @param number BNPLTradeNo
   * @param instalments BNPLInstallment as ECPay wrote it; empty where it sent none
   */
  record Application(String number, String instalments, Instant deadline)
      implements PaymentInstructions {
    /** How long one may take to be approved, which no source says; ECPay tells when it is. */
    public static final Duration LIFE = Duration.ofDays(7);

    public Application {
      Violations.demand(
          !number.isBlank(), "R-PAY-07", "number", "an application has a number of its own");
    }
  }
}
