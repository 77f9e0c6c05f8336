// SPDX-License-Identifier: Apache-2.0
// Days without time zones, counted from 1970-01-01 in the Gregorian calendar.
const Kalendertag = (function () {
  const monatslaenge = (j, m) => [31, j % 4 === 0 && (j % 100 !== 0 || j % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1];

  /** {j, m, t} of an ISO day, or null. */
  function teile(iso) {
    const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    if (!m) return null;
    const [j, mo, t] = [Number(m[1]), Number(m[2]), Number(m[3])];
    return j >= 1 && mo >= 1 && mo <= 12 && t >= 1 && t <= monatslaenge(j, mo) ? { j, m: mo, t } : null;
  }

  const zwei = (n) => String(n).padStart(2, "0");
  const iso = (j, m, t) => String(j).padStart(4, "0") + "-" + zwei(m) + "-" + zwei(t);

  /** So many days later (or earlier). */
  function plus(tag, tage) {
    const d = teile(tag);
    const x = new Date(Date.UTC(2000, 0, 1));
    x.setUTCFullYear(d.j, d.m - 1, d.t + tage);
    return iso(x.getUTCFullYear(), x.getUTCMonth() + 1, x.getUTCDate());
  }

  /** "14.01.2027" for people. */
  function zeigen(tag) {
    const d = teile(tag);
    return d ? zwei(d.t) + "." + zwei(d.m) + "." + String(d.j).padStart(4, "0") : "–";
  }

  /** Accepts 14.1.2027 and 2027-01-14. */
  function lesen(text) {
    const t = String(text).trim();
    const m = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(t);
    const kandidat = m ? m[3] + "-" + zwei(m[2]) + "-" + zwei(m[1]) : t;
    return teile(kandidat) ? kandidat : null;
  }

  /** The day on this machine. The only place that asks the clock for a day. */
  function heute() {
    const d = new Date();
    return iso(d.getFullYear(), d.getMonth() + 1, d.getDate());
  }

  return Object.freeze({ teile, iso, monatslaenge, plus, zeigen, lesen, heute });
}());
