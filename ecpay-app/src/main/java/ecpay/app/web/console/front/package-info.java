/** Where a person begins: finding an order, and what waits for somebody. */
@NullMarked
package ecpay.app.web.console.front;

import org.jspecify.annotations.NullMarked;
