/**
 * Sign-in, passwords and who is asking. Knows accounts; the people behind them and their
 * appointments belong to {@code network}, which answers through {@link
 * br.gov.sp.prefeitura.redeinfo.workflow.EngineDirectory} and {@link
 * br.gov.sp.prefeitura.redeinfo.identity.AccountHolders}.
 */
@ApplicationModule(allowedDependencies = {"workflow", "audit", "shared"})
package br.gov.sp.prefeitura.redeinfo.identity;

import org.springframework.modulith.ApplicationModule;
