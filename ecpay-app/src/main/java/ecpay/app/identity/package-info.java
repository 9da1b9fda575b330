/** Fresh names that nobody can guess. */
@NullMarked
package ecpay.app.identity;

import org.jspecify.annotations.NullMarked;
