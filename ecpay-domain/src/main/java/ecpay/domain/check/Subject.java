package ecpay.domain.check;

import ecpay.domain.order.Carrier;
import ecpay.domain.order.CompanyNumber;
import ecpay.domain.order.LoveCode;

/** Something well-formed that may or may not exist. */
public sealed interface Subject {

  /** A mobile barcode: CheckBarcode (R-INV-14). */
  record Barcode(Carrier.MobileBarcode barcode) implements Subject {
    @Override
    public Kind kind() {
      return Kind.BARCODE;
    }

    @Override
    public String code() {
      return barcode.code();
    }
  }

  /** A donation code: CheckLoveCode (R-INV-07). */
  record Donation(LoveCode loveCode) implements Subject {
    @Override
    public Kind kind() {
      return Kind.LOVE_CODE;
    }

    @Override
    public String code() {
      return loveCode.value();
    }
  }

  /** A company number: GetCompanyNameByTaxID (R-INV-15). */
  record Business(CompanyNumber number) implements Subject {
    @Override
    public Kind kind() {
      return Kind.COMPANY;
    }

    @Override
    public String code() {
      return number.value();
    }
  }

  Kind kind();

  /** At most 8 characters; with the kind it tells subjects apart. */
  String code();

  /** The kinds of subject, by stable words. */
  enum Kind {
    BARCODE,
    LOVE_CODE,
    COMPANY
  }
}
