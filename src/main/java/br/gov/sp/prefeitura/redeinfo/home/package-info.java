/**
 * The start page: what waits for the person, their latest notices, and what the other modules
 * contribute through {@code shared.web.HomeContribution}. Also tells the layout who is signed in.
 */
@ApplicationModule(allowedDependencies = {"identity", "workflow", "notification", "shared"})
package br.gov.sp.prefeitura.redeinfo.home;

import org.springframework.modulith.ApplicationModule;
