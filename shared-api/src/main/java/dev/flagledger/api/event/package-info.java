/**
 * What has happened: one sealed family of records for each concept, in one package so that the root of them all can be
 * sealed too. Whoever folds, projects or describes events is not compiled before it answers a new one.
 */
@NullMarked
package dev.flagledger.api.event;

import org.jspecify.annotations.NullMarked;
