package ecpay.sandbox.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.check.TaxAuthority.Book;
import ecpay.sandbox.field.Codes;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.invoice.content.CompanyId;
import ecpay.sandbox.merchant.Service;
import ecpay.sandbox.wire.Call;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Operation;

/** {@code /B2CInvoice/GetCompanyNameByTaxID}: the name of a company (D-11). */
final class GetCompanyNameByTaxID implements Operation {
  /** The authority does not answer; this proves nothing about the id (errors.md section 4). */
  private static final int AUTHORITY_FAILED = 9000001;

  private final TaxAuthority authority;

  GetCompanyNameByTaxID(TaxAuthority authority) {
    this.authority = authority;
  }

  @Override
  public String path() {
    return "/B2CInvoice/GetCompanyNameByTaxID";
  }

  @Override
  public Service service() {
    return Service.INVOICE;
  }

  @Override
  public ObjectNode perform(Call call) {
    var id = call.fields().requiredText("UnifiedBusinessNo", 200);
    if (id.length() != 8 || !Formats.isDigits(id)) {
      throw new Refusal(CompanyId.MALFORMED, "UnifiedBusinessNo must be 8 digits.");
    }
    if (!CompanyId.isSound(id)) {
      throw new Refusal(CompanyId.WRONG_CHECKSUM, "UnifiedBusinessNo has a wrong checksum.");
    }
    if (authority.isDown()) {
      throw new Refusal(AUTHORITY_FAILED, "The interface of the tax authority failed.");
    }
    if (!authority.knows(Book.COMPANY, id)) {
      throw new Refusal(Codes.NO_DATA, "No data found.");
    }
    return answer(1, "Success", "測試公司" + id);
  }

  @Override
  public ObjectNode refused(Refusal refusal, String merchantId) {
    return answer(refusal.code(), refusal.message(), "");
  }

  private static ObjectNode answer(int code, String message, String name) {
    return Json.object().put("RtnCode", code).put("RtnMsg", message).put("CompanyName", name);
  }
}
