package ecpay.sandbox.aio.notice;

import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioChoice;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.aio.AioTrade.Status;
import ecpay.sandbox.ledger.aio.Instalment;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.trade.CardOutcome;
import java.util.List;

/**
 * The extra fields of NeedExtraPaidInfo and of queries (payments-aio.md section 3.1). All of them
 * are always there; those of other methods are empty.
 */
public final class ExtraFields {
  private static final List<String> NAMES =
      List.of(
          "gwsr",
          "process_date",
          "auth_code",
          "amount",
          "card4no",
          "card6no",
          "eci",
          "stage",
          "stast",
          "staed",
          "red_dan",
          "red_de_amt",
          "red_ok_amt",
          "red_yet",
          "PeriodType",
          "Frequency",
          "ExecTimes",
          "PeriodAmount",
          "TotalSuccessTimes",
          "TotalSuccessAmount",
          "ATMAccBank",
          "ATMAccNo",
          "WebATMAccBank",
          "WebATMAccNo",
          "WebATMBankName",
          "PaymentNo",
          "PayFrom",
          "TWQRTradeNo");

  private ExtraFields() {}

  public static void put(SignedForm form, AioTrade trade) {
    NAMES.forEach(name -> form.put(name, ""));
    var paid = trade.status() == Status.PAID;
    trade.choice().ifPresent(choice -> put(form, trade, choice, paid));
  }

  private static void put(SignedForm form, AioTrade trade, AioChoice choice, boolean paid) {
    switch (choice.method()) {
      case CREDIT, APPLE_PAY -> card(form, trade, choice);
      case ATM -> {
        if (paid) {
          form.put("ATMAccBank", "822").put("ATMAccNo", "12345");
        }
      }
      case WEB_ATM -> {
        if (paid) {
          form.put("WebATMAccBank", "822")
              .put("WebATMAccNo", "12345")
              .put("WebATMBankName", "沙盒銀行");
        }
      }
      case CVS -> {
        form.put("PaymentNo", trade.code().orElseThrow().storeCode());
        payFrom(form, paid);
      }
      case BARCODE -> payFrom(form, paid);
      case TWQR -> form.put("TWQRTradeNo", paid ? "TW" + trade.tradeNo() : "");
      case BNPL, WEIXIN, DIGITAL_PAYMENT -> {}
    }
  }

  private static void payFrom(SignedForm form, boolean paid) {
    if (paid) {
      form.put("PayFrom", "family");
    }
  }

  private static void card(SignedForm form, AioTrade trade, AioChoice choice) {
    form.put("card6no", choice.card6()).put("card4no", choice.card4());
    trade.authorization().ifPresent(a -> authorization(form, a, choice));
    if (trade.status() == Status.PAID) {
      instalment(form, trade, choice);
      bonus(form, trade, choice);
    }
    trade
        .order()
        .card()
        .period()
        .ifPresent(terms -> {
          form.put("PeriodType", terms.type().name())
              .put("Frequency", terms.frequency())
              .put("ExecTimes", terms.execTimes())
              .put("PeriodAmount", terms.amount())
              .put("TotalSuccessTimes", trade.contract().map(c -> c.successTimes()).orElse(0))
              .put("TotalSuccessAmount", trade.contract().map(c -> c.successAmount()).orElse(0L));
        });
  }

  private static void authorization(SignedForm form, Authorization answer, AioChoice choice) {
    var secured =
        choice.outcome() != CardOutcome.APPROVED_WITHOUT_3D
            && choice.outcome() != CardOutcome.APPROVED_LATE;
    form.put("gwsr", answer.gwsr())
        .put("process_date", answer.authorizedAt().format(Formats.PAYMENT_TIME))
        .put("auth_code", answer.authCode())
        .put("amount", answer.charge().amount())
        .put("eci", secured ? 5 : 0);
  }

  private static void instalment(SignedForm form, AioTrade trade, AioChoice choice) {
    var plan = Instalment.of(trade.order().amount(), choice.instalment());
    form.put("stage", plan.count()).put("stast", plan.first()).put("staed", plan.each());
  }

  /** A tenth of the amount is paid with points, one point for one dollar. */
  private static void bonus(SignedForm form, AioTrade trade, AioChoice choice) {
    var points = choice.bonus() ? trade.order().amount() / 10 : 0;
    form.put("red_dan", points)
        .put("red_de_amt", points)
        .put("red_ok_amt", choice.bonus() ? trade.order().amount() - points : 0)
        .put("red_yet", choice.bonus() ? 1_000 : 0);
  }
}
