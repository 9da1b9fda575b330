package ecpay.sandbox.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.check.TaxAuthority.Book;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.regex.Pattern;

/** {@code /B2CInvoice/CheckBarcode}: whether a mobile barcode exists (D-39). */
final class CheckBarcode implements Operation {
  private static final Pattern BARCODE = Pattern.compile("/[0-9A-Z+.-]{7}");

  private final TaxAuthority authority;

  CheckBarcode(TaxAuthority authority) {
    this.authority = authority;
  }

  @Override
  public String path() {
    return "/B2CInvoice/CheckBarcode";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  /** A blank stands for a plus: some clients have to send it so (invoice-b2c.md section 10). */
  @Override
  public ObjectNode perform(Call call) {
    var barcode = call.fields().requiredText("BarCode", 8).replace(' ', '+');
    if (!BARCODE.matcher(barcode).matches()) {
      throw call.fields().malformed("BarCode", "must be / and 7 of 0-9 A-Z + - .");
    }
    CheckRoom.requireUp(authority);
    return answer(1, "Success", authority.knows(Book.BARCODE, barcode) ? "Y" : "N");
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String isExist) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("IsExist", isExist);
  }
}
