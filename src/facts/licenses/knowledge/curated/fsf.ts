// Licences of the SPDX list that the Free Software Foundation calls non-free for software. Source: https://www.gnu.org/licenses/license-list.html,
// "Nonfree Software Licenses" and, for Creative Commons, "Licenses for Works of Practical Use besides Software".

export const nonFreeByFsf =
  "Aladdin APSL-1.0 APSL-1.1 APSL-1.2 Artistic-1.0 CPOL-1.02 Hippocratic-2.1 JSON NASA-1.3 OPL-1.0 PPL RPL-1.1 RPL-1.5 SGI-B-1.1 Watcom-1.0 CC-BY-NC-* CC-BY-ND-*";
