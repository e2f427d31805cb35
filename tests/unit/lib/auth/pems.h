/*
 * Keys of these tests, used nowhere else. Making an RSA key takes valgrind a quarter of a minute.
 */
#ifndef TRINN_TESTS_UNIT_LIB_AUTH_PEMS_H
#define TRINN_TESTS_UNIT_LIB_AUTH_PEMS_H

static const char rsa_2048_pem[] =
	"-----BEGIN PRIVATE KEY-----\n"
	"MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC39CAOgERPitgM\n"
	"PgvJFaRj4se2mvGLuUyvNrJ7lD/MYk9DO32IQnnc8GHHJswncbnHWZrKovbdOWHS\n"
	"EG9ro7OzwHZbjdg1ut1WxaBPb05BJ4VQ7rbeNAmiP08z9bOU0goYm2LsAGfJC1PV\n"
	"LcEcVXsOzLtniryJIjWPiXr7Stj1oLdtdbWROxCNZZV3knE/iIuTG0EknSOk6YiI\n"
	"ZX6DdBX0SF2v5r72UhcDtR86sP5vJ2ZsBdvgQDq9jcVuWDktHTi3wLb5Xxk2XDWt\n"
	"/kgkxwv2/UT2r/7HRXj/fresxuDM1h9tid9UtPY9bke8aUW0zWiWngDO+u8wZVJF\n"
	"wvo/128fAgMBAAECggEAO9QPdQfsr74lpF2tsZnzXHVOpSphsyLyOO5eQGkoEs5K\n"
	"n0BDBMUyI1SfSIlqzs1jMd4HxS4Zgjv+f7bOtkCI2saW+BH7JwZ+pJEkIZG+7tvu\n"
	"tTLekQh1tapHlUutO5LQq84l70H2f2HKw0PdUdzPaDHYJcXuqd9Rcjyxnfdq9v/f\n"
	"U9BMXczTRwqs5onLQgxG6XLgtcY+HHPd8hwyNxfV2CS++hFA+1JbiXIUiPsQCfmb\n"
	"26gvWtuJQFwR9o4627h7Yrby9Lfrof2UyoxgrxqCeeJ0sIXgu3zTC46LAUrpGemd\n"
	"HZPB8pukFXokcPs4BK0Vt3JHK0CRcqDQiKmiTFeyCQKBgQD1GJBfxlNl6HuozlTl\n"
	"fA4dsYbgi6Se8ftMvdUIy5UEqW1ojUCrw6yklGSXZYPrnf2wnSqA/l6tFygFFSHR\n"
	"tVB36henWWRlYRYr+apxDuf8c8jjAOP1+v7KZlsN8TQUJbXa5xdRNZd4fplpdt6P\n"
	"THk2jaw+XFK8ynKYq+OsRU6kCwKBgQDAIzOdwdvfG1ww/DkwS30bpljjZ/gflnRS\n"
	"8ouB9x36dgZ7RNPMNb2pWS8kYvNjP+0k5nsLShiPLTKMJ/fHArsrM0/N5XwJk2sd\n"
	"y84/IASJsFQF4JR4t75oEar27M4EgMGpe02tWyK+T77OZ48k86jNrqzDz4k2vl1v\n"
	"TKr89RHZvQKBgBINVBzpw5y+6dS+FbytTXDccX26a06Vrhex5631KK2mOPu5Y6kD\n"
	"CYU5tMr93CCPi27ltIq5sYl4Kidtrgb/HsUmRcW6rM1WwEZO5kHbgjSy5nnpx+CH\n"
	"Mxr/PPei614MhP9xg+MkWlqyoGQHME9Hp6nf927EaAeltZkPF/7JQAiPAoGASTAf\n"
	"hURHAKFnaLFrB1559YJT8au09DNXdBE32vXK0ZELvwDkvLDr4go6zt1yYKgFKT0y\n"
	"OYar/D33NzQySfhcW4RcLc3whaVF9D+h/KGxmNE18Fcvtxwmx3WTbiOeBlEVc/2o\n"
	"BRTmEyBFSlJgUG8QKekTnjL7zYKODMtjhp/DgPECgYEA50OOjjPfUvfRAn/tBcOp\n"
	"UWu6Q7gL2HE+w7QONoINsHsEaJC8LOocQ+eaLOGBUltTz06V8okhvozUfu7JqDZR\n"
	"TBKDCKoijP1IadEzE9VF7L7Cfe+L//OIkQDv3v9Ht/zMkXMlyN47YYnO2m5oKeuX\n"
	"k0W7m02qoNNJTWIld62xlw4=\n"
	"-----END PRIVATE KEY-----\n";

/* Too short for us. */
static const char rsa_1024_pem[] =
	"-----BEGIN PRIVATE KEY-----\n"
	"MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAJvN7yNc9Yk1qEHX\n"
	"DOHOE//VWbDhQXvJVuk6YccdQQ195DVZqlLUAfrMu+6herbaLjgNFc4kFBnmi7ax\n"
	"w3IYIm0XiHAhMhztu3++im50RGLw6I1fzQ1UuT6S8992jC/Ke0FW0NhoD9rzT8kS\n"
	"nQOBtDUre+3KbKRvJtRPpBrN74kFAgMBAAECgYAPAEb0GrExYs8ud6wv2Y2nZj1a\n"
	"gHWzm3EYx5w+dZyb1fExCc8SZoNCSJAXq8iK7nrgvrHIxUSCMeZl0rvEsnot7EqA\n"
	"KU36hpSd0wIub/WCHmjxB6yWIuHYolwBD/ZmqcFGCK1Mgq23qX0Yd6IUaSer/CeC\n"
	"wDCtOs0AMJ42o9SvSQJBAM24GJv7NoPe9EVb7t1/EReo/wY2aZ5aE6l/ftttR/r7\n"
	"wV8j0XNrNle26Q+BoMYgIdH3wM0QrziXcBgOAyHps48CQQDB4qlRhZ0e10EVDaij\n"
	"/7z1R7FgvpGO8BrrNrvPUPG0Ey9lfJ5yZwsKPilAwIGEJ95KXQdu+tsGmK64Vzz+\n"
	"u6ArAkAsvJg9c4gLbXTZkICFkph4+Ltc8oBNe3FDLwK7XSyGHDGVKwjlfK84rAJK\n"
	"6Pm5nEs+ig5XigVQ3T33PTTZLyVpAkBMexjHa6l7DPZDU8v+RVdIeitiOko41EYK\n"
	"GuEi+o8dtaOwqOPnxPX56GNlg4qTkxaAxwmzoYjcpUXmuaL56RFZAkEAo5baEPdX\n"
	"YeWMPtae0kzhzuaGIrB/0V3W9FKhofiWbEO4ogcTYS4WsaXp2oicnhWNSIcMd7DS\n"
	"qmWyDue7dzIbcg==\n"
	"-----END PRIVATE KEY-----\n";

static const char ec_p256_pem[] =
	"-----BEGIN PRIVATE KEY-----\n"
	"MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgA6+N9EGvbTOPyCxv\n"
	"HHohnnIqrFiczJbFu/d9aflc/8yhRANCAASPrPBp+cz4t8QcTefaJiV8Eqah9cV8\n"
	"Fpoibq5bqV7lzOO9gcZdkj1jcz5FE/As5KZQ1XOZqLaAXJYPjwbf6dDq\n"
	"-----END PRIVATE KEY-----\n";

#endif
