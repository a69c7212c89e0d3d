/**
 * The sentences of errors, as Flagsmith words them: one class for each subject. Rejections, forms and controllers name them and spell
 * none themselves. Here are those that any subject may need, and those of applications; the sub-packages have those of areas.
 */
@NullMarked
package dev.flagledger.contract.error.text;

import org.jspecify.annotations.NullMarked;
