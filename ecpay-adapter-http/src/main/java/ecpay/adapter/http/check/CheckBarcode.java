package ecpay.adapter.http.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.domain.answer.Answer;
import ecpay.domain.check.Finding;
import ecpay.domain.order.Carrier;

/**
 * Asks whether a mobile barcode is registered.
 *
 * @param field what ECPay calls its only field (D-39)
 */
record CheckBarcode(Carrier.MobileBarcode barcode, String field)
    implements InvoiceOperation<Finding> {

  @Override
  public void write(ObjectNode data) {
    data.put(field, barcode.code());
  }

  /** A barcode has no name. */
  @Override
  public Answer<Finding> read(Fields answer) {
    return Findings.existence(answer, "");
  }
}
