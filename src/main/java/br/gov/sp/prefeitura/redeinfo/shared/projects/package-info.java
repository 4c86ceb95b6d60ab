/** What modules may know of projects without knowing the module that has them. */
package br.gov.sp.prefeitura.redeinfo.shared.projects;
