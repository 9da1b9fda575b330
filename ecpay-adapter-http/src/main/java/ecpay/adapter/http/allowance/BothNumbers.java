package ecpay.adapter.http.allowance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.allowance.AllowanceNumber;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceNumber;
import java.util.Optional;
import java.util.function.Function;

/** One allowance and its invoice, as those operations name them that are about one alone (D-10). */
record BothNumbers(InvoiceNumber invoice, AllowanceNumber allowance) {
  private static final String NOT_FOUND = "2000039";

  void write(ObjectNode data) {
    data.put("InvoiceNo", invoice.value());
    data.put("AllowanceNo", allowance.value());
  }

  /**
   * What a query knows of it: nothing, where ECPay finds no such allowance.
   *
   * @param invoiceField under which the answer names the invoice, which must be this one
   * @param allowanceField likewise the allowance
   */
  <T> Answer<Optional<T>> find(
      Fields answer, String invoiceField, String allowanceField, Function<Fields, T> known) {
    if (answer.saysNoData() || answer.rtnCode().equals(NOT_FOUND)) {
      return new Answer.Accepted<>(Optional.empty());
    }
    if (!answer.isSuccess()) {
      return answer.refusal();
    }
    answer.demandSame(invoiceField, invoice.value());
    answer.demandSame(allowanceField, allowance.value());
    return new Answer.Accepted<>(Optional.of(known.apply(answer)));
  }
}
