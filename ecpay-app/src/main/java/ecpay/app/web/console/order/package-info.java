/** An order with all that belongs to it and its timeline, and the incidents of all orders. */
@NullMarked
package ecpay.app.web.console.order;

import org.jspecify.annotations.NullMarked;
