package ecpay.adapter.persistence.document.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ecpay.domain.Samples;
import ecpay.domain.money.Money;
import ecpay.domain.payment.report.PaymentInstructions;
import ecpay.domain.payment.report.TradeDetails;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentDocumentsTest {
  @Test
  void decimalsKeepTheirScale() {
    TradeDetails trade =
        new TradeDetails(
            "1",
            Money.of(1),
            "",
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-21T04:05:06.123456789Z")),
            new BigDecimal("25.50"),
            new BigDecimal("1E+2"),
            Optional.empty(),
            Optional.empty());

    assertThat(PaymentDocuments.tradeDetails(PaymentDocuments.write(trade))).isEqualTo(trade);
  }

  @Test
  void whatWasKeptBeforeAmountsAndCustomFieldsWereIsRead() {
    TradeDetails before = Samples.tradeDetails();
    assertThat(before.card().orElseThrow().amount()).isEqualTo(Money.ZERO);
    String kept =
        PaymentDocuments.write(before)
            .replaceFirst("(\"processedAt\":\"[^\"]*\"),\"amount\":0", "$1")
            .replace(",\"customFields\":[]", "");
    assertThat(kept).doesNotContain("\"amount\":0", "customFields");
    assertThat(PaymentDocuments.tradeDetails(kept)).isEqualTo(before);
  }

  @Test
  void aKindThatNobodyKnowsIsAnError() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            PaymentDocuments.paymentInstructions(
                PaymentDocuments.write(
                        new PaymentInstructions.CvsCode("1", Samples.NOW, Optional.empty()))
                    .replace("CVS_CODE", "BARTER")));
  }
}
