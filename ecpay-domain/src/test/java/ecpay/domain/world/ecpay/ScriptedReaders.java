package ecpay.domain.world.ecpay;

import ecpay.domain.allowance.AllowanceNoticeReader;
import ecpay.domain.allowance.AllowanceNoticeReader.ConsentReport;
import ecpay.domain.contract.ChargeReport;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.inbox.Reading;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.payment.report.PaymentNoticeReader;
import ecpay.domain.payment.report.PaymentReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Readers that know the bodies which were written here, and refuse all others. */
public final class ScriptedReaders {
  private final List<PaymentReport> payments = new ArrayList<>();
  private final List<ChargeReport> charges = new ArrayList<>();
  private final List<ConsentReport> consents = new ArrayList<>();

  /** The body that will be read as this report; every one differs from the others. */
  public byte[] write(PaymentReport report) {
    payments.add(report);
    return Integer.toString(payments.size() - 1).getBytes(StandardCharsets.UTF_8);
  }

  public byte[] write(ConsentReport report) {
    consents.add(report);
    return Integer.toString(consents.size() - 1).getBytes(StandardCharsets.UTF_8);
  }

  public PaymentNoticeReader payments() {
    return new PaymentNoticeReader() {
      @Override
      public Reading<PaymentReport> readReturn(Merchant merchant, byte[] body) {
        int number = number(body);
        return number < 0 || number >= payments.size()
            ? new Reading.Refused<>("not authentic")
            : new Reading.Authentic<>(payments.get(number));
      }

      @Override
      public Reading<PaymentReport> readHostedReturn(Merchant merchant, byte[] body) {
        return readReturn(merchant, body);
      }

      @Override
      public Reading<PaymentReport> readPaymentInfo(Merchant merchant, byte[] body) {
        return readReturn(merchant, body);
      }

      @Override
      public Reading<PaymentReport> readHostedResult(Merchant merchant, byte[] body) {
        return readReturn(merchant, body);
      }

      @Override
      public Reading<PaymentReport> readOrderResult(Merchant merchant, byte[] body) {
        return readReturn(merchant, body);
      }
    };
  }

  public byte[] write(ChargeReport report) {
    charges.add(report);
    return Integer.toString(charges.size() - 1).getBytes(StandardCharsets.UTF_8);
  }

  public ContractNoticeReader contracts() {
    return new ContractNoticeReader() {
      @Override
      public Reading<ChargeReport> readPeriodReturn(Merchant merchant, byte[] body) {
        int number = number(body);
        return number < 0 || number >= charges.size()
            ? new Reading.Refused<>("not authentic")
            : new Reading.Authentic<>(charges.get(number));
      }

      @Override
      public Reading<ChargeReport> readHostedPeriodReturn(Merchant merchant, byte[] body) {
        return readPeriodReturn(merchant, body);
      }
    };
  }

  public AllowanceNoticeReader consents() {
    return (_, body) -> {
      int number = number(body);
      return number < 0 || number >= consents.size()
          ? new Reading.Refused<>("not authentic")
          : new Reading.Authentic<>(consents.get(number));
    };
  }

  private static int number(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
  }
}
