/**
 * Tells people what happened: one outbox row per event and recipient in the transaction of the
 * step, sent by mail later; the same rows are the person's recent notices on the home page.
 */
@ApplicationModule(allowedDependencies = {"network", "identity", "workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.notification;

import org.springframework.modulith.ApplicationModule;
