/** The statement files of the back office, made from the ledger and streamed line by line. */
@NullMarked
package ecpay.sandbox.aio.file;

import org.jspecify.annotations.NullMarked;
