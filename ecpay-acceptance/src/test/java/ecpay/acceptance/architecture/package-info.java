/** The plan of the house, held by tests that see every class. */
@NullMarked
package ecpay.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
