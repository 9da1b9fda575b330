/** In memory: orders, what is paid for them by whom and with what, and what goes back. */
@NullMarked
package ecpay.domain.inmemory.sale;

import org.jspecify.annotations.NullMarked;
