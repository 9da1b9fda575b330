package ecpay.sandbox.ledger.member;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All bindings, at most 100,000, found by number, token, BindCardPayToken or page. */
public final class Bindings {
  private static final int CAPACITY = 100_000;

  private record Key(String merchantId, String merchantTradeNo) {}

  private final Map<Key, Binding> byNumber = new HashMap<>();
  private final Map<String, Binding> byToken = new HashMap<>();
  private final Map<String, Binding> byPayToken = new HashMap<>();
  private final Map<String, Binding> byPage = new HashMap<>();

  public void add(Binding binding) {
    requireRoom(byNumber);
    var terms = binding.terms();
    byNumber.put(new Key(terms.merchantId(), terms.merchantTradeNo()), binding);
    byToken.put(binding.token(), binding);
  }

  public Optional<Binding> find(String merchantId, String merchantTradeNo) {
    return Optional.ofNullable(byNumber.get(new Key(merchantId, merchantTradeNo)));
  }

  public Optional<Binding> withToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  /** Remembers what a BindCardPayToken stands for. */
  public void offer(String payToken, Binding binding) {
    requireRoom(byPayToken);
    byPayToken.put(payToken, binding);
  }

  public Optional<Binding> withPayToken(String payToken) {
    return Optional.ofNullable(byPayToken.get(payToken));
  }

  /** A BindCardPayToken is used once. */
  public void usedUp(String payToken) {
    byPayToken.remove(payToken);
  }

  public void page(Binding binding) {
    byPage.put(binding.pageId(), binding);
  }

  public Optional<Binding> withPage(String pageId) {
    return Optional.ofNullable(byPage.get(pageId));
  }

  private static void requireRoom(Map<?, ?> shelf) {
    if (shelf.size() >= CAPACITY) {
      throw new IllegalStateException("the ledger is full; start the sandbox anew");
    }
  }
}
