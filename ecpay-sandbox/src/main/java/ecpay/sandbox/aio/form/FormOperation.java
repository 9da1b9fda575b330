package ecpay.sandbox.aio.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.util.Optional;

/** One operation of ECPay that takes a signed form. It acts alone: the ledger's lock is held. */
public interface FormOperation {
  String path();

  /** ECPay's name of the operation, for journal and faults. */
  String name();

  /** RtnCode for a CheckMacValue that is missing or wrong (errors.md section 3). */
  default int wrongMac() {
    return FormGate.WRONG_MAC;
  }

  /**
   * Acts and answers.
   *
   * @throws Refusal when ECPay would say no; then nothing has changed
   */
  Reply perform(FormCall call);

  /**
   * The answer that says no.
   *
   * @param form what was sent
   * @param signer whose keys sign the answer; nobody when the caller is unknown
   */
  Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer);
}
