package ecpay.crypto;

import java.util.AbstractList;
import java.util.List;

/**
 * A message that knows how often its first field was read: once to find the value, more to hash.
 */
final class ReadCounter extends AbstractList<Field> {
  private final List<Field> fields;
  int readsOfTheFirst;

  ReadCounter(List<Field> fields) {
    this.fields = fields;
  }

  @Override
  public Field get(int index) {
    if (index == 0) {
      readsOfTheFirst++;
    }
    return fields.get(index);
  }

  @Override
  public int size() {
    return fields.size();
  }
}
