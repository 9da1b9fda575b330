/**
 * How a domain event is kept: its kind, and its facts by name. The log is never rewritten, so kinds
 * and names stay for ever.
 */
@NullMarked
package ecpay.adapter.persistence.document.event;

import org.jspecify.annotations.NullMarked;
