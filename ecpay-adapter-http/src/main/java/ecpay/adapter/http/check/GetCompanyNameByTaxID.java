package ecpay.adapter.http.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.Finding;
import ecpay.domain.order.CompanyNumber;

/**
 * Asks which company has a number.
 *
 * @param name what ECPay calls this operation (D-11)
 */
record GetCompanyNameByTaxID(CompanyNumber number, String name)
    implements InvoiceOperation<Finding> {

  @Override
  public void write(ObjectNode data) {
    data.put("UnifiedBusinessNo", number.value());
  }

  @Override
  public Answer<Finding> read(Fields answer) {
    return switch (answer.rtnCode()) {
      case "1" -> new Answer.Accepted<>(new Finding.Exists(answer.text("CompanyName").strip()));
      // No entry does not prove a number wrong.
      case "2", "7" -> new Answer.Accepted<>(new Finding.NothingKnown());
      // Malformed, or its checksum is wrong.
      case "1200125", "2027000" -> new Answer.Accepted<>(new Finding.DoesNotExist());
      default -> Findings.failure(answer);
    };
  }
}
