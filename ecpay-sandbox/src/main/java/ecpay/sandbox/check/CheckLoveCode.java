package ecpay.sandbox.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.check.TaxAuthority.Book;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;
import java.util.regex.Pattern;

/** {@code /B2CInvoice/CheckLoveCode}: whether a donation code exists, and whose it is. */
final class CheckLoveCode implements Operation {
  private static final Pattern LOVE_CODE = Pattern.compile("[0-9]{3,7}");

  private final TaxAuthority authority;

  CheckLoveCode(TaxAuthority authority) {
    this.authority = authority;
  }

  @Override
  public String path() {
    return "/B2CInvoice/CheckLoveCode";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var code = call.fields().requiredText("LoveCode", 7);
    if (!LOVE_CODE.matcher(code).matches()) {
      throw call.fields().malformed("LoveCode", "must be 3 to 7 digits");
    }
    CheckRoom.requireUp(authority);
    return authority.knows(Book.LOVE_CODE, code)
        ? answer(1, "Success", "Y").put("OrganName", "測試公益團體" + code)
        : answer(1, "Success", "N");
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String isExist) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("IsExist", isExist);
  }
}
