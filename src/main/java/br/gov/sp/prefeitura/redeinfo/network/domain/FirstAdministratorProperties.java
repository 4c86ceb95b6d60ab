package br.gov.sp.prefeitura.redeinfo.network.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is let into an empty installation.
 *
 * @param email institutional address; empty: nobody
 * @param name as it is shown
 * @param body slug of the body the person works in
 */
@ConfigurationProperties("rede-info.first-administrator")
record FirstAdministratorProperties(
    @DefaultValue("") String email,
    @DefaultValue("Administração da rede") String name,
    @DefaultValue("cgm") String body) {}
