/**
 * The sentences of errors, as Flagsmith words them: one class for each subject, so that there are many small ones, and one package,
 * because they have no other structure. Rejections, forms and controllers name them and spell none themselves.
 */
@NullMarked
package dev.flagledger.contract.error.text;

import org.jspecify.annotations.NullMarked;
