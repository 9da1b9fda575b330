package ecpay.sandbox.aio.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.crypto.CheckMac;
import ecpay.crypto.Digest;
import ecpay.crypto.Field;
import ecpay.crypto.FormFields;
import ecpay.crypto.SpaceEncoding;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Json;
import ecpay.sandbox.wire.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields on their way to a shop, in order; all of them are text on the wire. */
public final class SignedForm {
  private static final String TYPE = "text/html; charset=utf-8";

  private final Map<String, String> fields = new LinkedHashMap<>();

  public SignedForm put(String name, String value) {
    fields.put(name, value);
    return this;
  }

  public SignedForm put(String name, long value) {
    return put(name, Long.toString(value));
  }

  /** All fields with the CheckMacValue of this merchant's keys behind them. */
  public List<Field> signed(Merchant signer) {
    var signed = plain();
    var mac = CheckMac.with(signer.keys()).compute(signed, Digest.SHA256, SpaceEncoding.PLUS);
    signed.add(new Field(CheckMac.FIELD, mac));
    return signed;
  }

  private List<Field> plain() {
    var plain = new ArrayList<Field>();
    fields.forEach((name, value) -> plain.add(new Field(name, value)));
    return plain;
  }

  /** The answer to a query: url-encoded text. */
  public Reply reply(Merchant signer) {
    return Reply.of(200, TYPE, FormFields.write(signed(signer)), Map.of());
  }

  /** Url-encoded text that nobody signs. */
  public Reply replyUnsigned() {
    return Reply.of(200, TYPE, FormFields.write(plain()), Map.of());
  }

  /** What is readable of it, for the journal. */
  public ObjectNode readable() {
    var node = Json.object();
    fields.forEach(node::put);
    return node;
  }
}
