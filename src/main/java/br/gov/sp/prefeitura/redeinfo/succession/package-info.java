/**
 * What happens when a person leaves: everything they hold is listed and handed on, vacancies open,
 * access ends at the stated hour, and a daily check finds what has no owner.
 */
@ApplicationModule(
    allowedDependencies = {"network", "notification", "identity", "workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.succession;

import org.springframework.modulith.ApplicationModule;
