package ecpay.adapter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.Json.UnreadableException;
import ecpay.adapter.http.transport.Transport.Service;
import ecpay.domain.answer.Answer;

/**
 * One of ECPay's operations with what it is asked to do: where it goes, what it says, and what the
 * answer means. A class is named as ECPay names the operation.
 *
 * @param <R> what an accepted call brings
 */
interface Operation<R> {

  Host host();

  /** The path on the host, as ECPay writes it. */
  String path();

  /** Adds to Data all but MerchantID, which is there already. */
  void write(ObjectNode data);

  /**
   * What a decrypted answer means. A value that breaks a rule of the domain may be left to throw:
   * the call is then unknown.
   *
   * @throws UnreadableException if it does not say what it must
   */
  Answer<R> read(Fields answer);

  /** ECPay's hosts; a path on the wrong one answers HTTP 404. */
  enum Host {
    ECPG(Service.PAYMENT),
    ECPAYMENT(Service.PAYMENT),
    EINVOICE(Service.INVOICE);

    private final Service service;

    Host(Service service) {
      this.service = service;
    }

    Service service() {
      return service;
    }
  }
}
