/** What comes from outside and must not get in. */
@NullMarked
package ecpay.acceptance.edge;

import org.jspecify.annotations.NullMarked;
